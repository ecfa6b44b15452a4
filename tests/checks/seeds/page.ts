/** A sound page in which seeds plant their faults: small, with one of each thing that pages hold. */
export const soundPage = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>The flood of May: what is known</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { color: #111; background: #fff; font: 1rem/1.5 sans-serif; margin: 1rem; }
a { color: #0b4f8a; text-decoration: underline; }
:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
button, input, summary { min-height: 44px; min-width: 44px; font: inherit; }
nav li a { display: inline-block; padding: 12px; }
.skip { display: inline-block; padding: 12px; }
.frame { overflow-x: auto; }
.wide { min-width: 700px; border-collapse: collapse; }
.lead { font-size: 1.2rem; }
.small { color: #333; }
.box { border: 1px solid #333; padding: 1rem; }
@keyframes pulse { from { translate: 0 0; } to { translate: 2px 0; } }
@media (prefers-reduced-motion: no-preference) { .mark { animation: pulse 2s infinite; } }
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><p>The Elmford Courier</p></header>
<nav aria-label="Chapters"><ul><li><a href="#what">What broke</a></li><li><a href="#who">Who pays</a></li></ul></nav>
<main id="content" tabindex="-1">
<h1>The flood of May</h1>
<p class="lead">The water of the flood came over the wall before midnight, and the road was closed.</p>
<h2 id="what">What broke</h2>
<p class="small">The wall broke at two places. The <a href="https://example.org/report">damage report of the county</a> names both.</p>
<figure>
<img src="wall.png" width="120" height="80" alt="Water over the wall">
<figcaption>The wall at noon, and the road behind it.</figcaption>
</figure>
<h3>The damage in numbers</h3>
<div class="frame" role="group" aria-label="Damage by town" tabindex="0">
<table class="wide">
<caption>Damage by town</caption>
<thead><tr><th scope="col">Town</th><th scope="col">Homes</th></tr></thead>
<tbody><tr><th scope="row">Elmford</th><td>4</td></tr><tr><th scope="row">Hale</th><td>2</td></tr></tbody>
</table>
</div>
<h2 id="who">Who pays</h2>
<details><summary>Answer: who pays for the wall?</summary><p>The county pays for the wall.</p></details>
<ul><li>The county pays for the road.</li><li>The town pays for the homes.</li></ul>
<p class="box mark">The county will say on Monday who pays.</p>
<form action="search.html">
<label for="place">Name of the place</label>
<input id="place" name="place" type="text">
<button type="submit">Search</button>
</form>
<blockquote lang="fr"><p>La route est dans un état que nous ne pouvons pas accepter.</p></blockquote>
<svg role="img" aria-label="Water level by hour" width="120" height="60" viewBox="0 0 120 60"><rect width="120" height="30" fill="#0b4f8a"/></svg>
<iframe title="Map of the wall" src="map.html" width="200" height="100"></iframe>
</main>
<footer><p>The Elmford Courier, Elmford.</p></footer>
</body>
</html>
`;
