/** Starting, lending and ending the browser; the wall; what happens when a page dies. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, ServedFile } from '../../src/browser/browser.js';
import { findBrowser } from '../../src/browser/find.js';
import { launchBrowser } from '../../src/browser/launch.js';
import { makeProfile, sweepProfiles } from '../../src/browser/profile.js';
import { describeWithBrowser, openBrowser } from './with-browser.js';

function files(html: string, more: Readonly<Record<string, ServedFile>> = {}): Map<string, ServedFile> {
  const bytes = new TextEncoder().encode(html);
  return new Map([['index.html', { mediaType: 'text/html', bytes }], ...Object.entries(more)]);
}

function text(mediaType: string, content: string): ServedFile {
  return { mediaType, bytes: new TextEncoder().encode(content) };
}

function ownProfiles(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`galley-browser-${process.pid}-`));
}

describeWithBrowser('a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('tells its version', () => {
    expect(browser.version).toMatch(/^Chrome\/\d+\./);
  });

  it('shows a document from memory, with styles and pictures, and runs none of its scripts', async () => {
    const html =
      '<!doctype html><link rel="stylesheet" href="a/s.css"><p id="p">Hello</p><img src="p.svg">' +
      '<script>document.getElementById("p").textContent = "changed"</script>';
    const seen = await browser.withPage('print', async (lent) => {
      await lent.load(
        files(html, {
          'a/s.css': text(
            'text/css',
            '@media screen { #p { width: 9px } } @media print { #p { width: 123px } }',
          ),
          'p.svg': text('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="7"/>'),
        }),
      );
      const measured = await lent.page.$eval('#p', (p) => [p.textContent, p.getBoundingClientRect().width]);
      const picture = await lent.page.$eval('img', (image) => image.naturalHeight);
      const sight = await lent.page.evaluate('document.visibilityState');
      return { measured, picture, sight, refused: [...lent.refused], broken: [...lent.broken] };
    });
    // Nothing is drawn, which takes time; pictures are decoded all the same.
    expect(seen).toEqual({ measured: ['Hello', 123], picture: 7, sight: 'hidden', refused: [], broken: [] });
  });

  it.each(['print', 'check'] as const)(
    'lets nothing out of a %s page and names what was refused',
    async (purpose) => {
      const html =
        '<!doctype html><title>x</title><meta http-equiv="refresh" content="0;url=https://away.example/refresh">' +
        '<link rel="prefetch" href="https://away.example/prefetch"><img src="https://away.example/pixel.png">' +
        '<img src="missing.png"><iframe src="file:///etc/passwd"></iframe>' +
        '<img src="x" onerror="document.title = 1"><script src="https://away.example/s.js"></script><p>Words';
      const seen = await browser.withPage(purpose, async (lent) => {
        await lent.load(files(html));
        await new Promise((resolve) => setTimeout(resolve, 300));
        return {
          url: lent.page.url(),
          text: await lent.page.$eval('body', (body) => body.innerText.trim()),
          title: await lent.page.title(),
          refused: [...lent.refused],
          broken: [...lent.broken],
        };
      });
      expect(seen.url).toBe('https://doc.invalid/');
      expect(seen.text).toBe('Words');
      expect(seen.title).toBe('x');
      expect(seen.refused).toContain('https://doc.invalid/missing.png');
      expect(seen.refused).toContain('https://away.example/pixel.png');
      expect(seen.broken).toContain('missing.png');
    },
  );

  it('lets our own code run in a check page, but no script of the document', async () => {
    const seen = await browser.withPage('check', async (lent) => {
      await lent.load(
        files('<!doctype html><p onclick="this.textContent = 1">a</p><script>document.title = "no"</script>'),
      );
      return await lent.page.$eval('p', async (p) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        p.click();
        return [p.ownerDocument.title, p.textContent];
      });
    });
    expect(seen).toEqual(['', 'a']);
  });

  it('tries a job once more in a new browser when its page crashes', async () => {
    let tries = 0;
    const answer = await browser.withPage('print', async (lent) => {
      tries += 1;
      await lent.load(files('<!doctype html><p>a'));
      if (tries === 1) {
        const session = await lent.page.createCDPSession();
        await session.send('Page.crash');
      }
      return 'done';
    });
    expect([tries, answer]).toEqual([2, 'done']);
  });

  it('ends a job that runs past its deadline', async () => {
    const job = browser.withPage(
      'check',
      (lent) => lent.page.evaluate(() => new Promise(() => undefined)),
      200,
    );
    await expect(job).rejects.toMatchObject({ name: 'PageLostError', loss: 'deadline' });
    expect(await browser.withPage('print', async () => 'still well')).toBe('still well');
  });

  it('hands on errors of the job itself and does not try again', async () => {
    let tries = 0;
    const job = browser.withPage('print', () => {
      tries += 1;
      return Promise.reject(new Error('mine'));
    });
    await expect(job).rejects.toThrow('mine');
    expect(tries).toBe(1);
  });

  it('lends at most six pages at a time', async () => {
    let open = 0;
    let most = 0;
    let fill: () => void = () => undefined;
    const full = new Promise<void>((resolve) => {
      fill = resolve;
    });
    await Promise.all(
      Array.from({ length: 9 }, () =>
        browser.withPage('print', async () => {
          open += 1;
          most = Math.max(most, open);
          if (open === 6) fill();
          await full;
          open -= 1;
        }),
      ),
    );
    expect([open, most]).toEqual([0, 6]);
  });
});

describeWithBrowser('the end of a browser', () => {
  it('leaves no process and no profile', async () => {
    const before = ownProfiles();
    const browser = await openBrowser();
    const [profile] = ownProfiles().filter((name) => !before.includes(name));
    expect(profile).toBeDefined();
    await browser.withPage('print', async () => undefined);
    await browser.close();
    expect(ownProfiles()).not.toContain(profile);
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8', maxBuffer: 1e8 });
    expect(processes).not.toContain(profile);
  });
});

describeWithBrowser('the sandbox', () => {
  it('is on, or the one warning says that it is not', async () => {
    const codes: string[] = [];
    const browser = await openBrowser({ report: (code) => codes.push(code) });
    await browser.close();
    expect(codes).toEqual(browser.sandboxed ? [] : ['browser-is-sandboxed']);
  });
});

describeWithBrowser('content of others', () => {
  it.runIf(process.getuid?.() === 0)('is not printed without the sandbox', async () => {
    const found = await findBrowser({
      flag: undefined,
      config: { browserPath: null },
      system: { env: (name) => process.env[name] },
    });
    // Without setpriv root has no way to start Chromium in its sandbox.
    const failure = await launchBrowser({
      path: found.path,
      config: { untrusted: true },
      system: { env: (name) => (name === 'PATH' ? '/nowhere' : undefined) },
    }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      kind: 'environment',
      diagnostic: { code: 'browser-is-sandboxed', severity: 'error' },
    });
  });
});

describe('profiles of browsers', () => {
  it('go when their owner is gone, and stay while it lives', async () => {
    const dead = join(tmpdir(), 'galley-browser-4194303-1-orphan');
    mkdirSync(dead, { recursive: true });
    writeFileSync(join(dead, 'file'), 'x');
    const own = await makeProfile();
    const swept = await sweepProfiles();
    expect(swept).toContain('galley-browser-4194303-1-orphan');
    expect([existsSync(dead), existsSync(own.path)]).toEqual([false, true]);
    await own.remove();
    expect(existsSync(own.path)).toBe(false);
  });
});
