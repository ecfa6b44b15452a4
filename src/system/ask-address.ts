/** Asks whether an address on the web still answers. The only place where Galley reaches other hosts on its own account. */

/** What an address said: a status of HTTP, or 0 when nobody answered. */
export type AddressStatus = number;

const patience = 10_000;

async function ask(url: string, method: 'HEAD' | 'GET'): Promise<AddressStatus> {
  const response = await fetch(url, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(patience),
    headers: { 'user-agent': 'galley-link-check' },
  });
  await response.body?.cancel();
  return response.status;
}

/** Asks with HEAD, and with GET where a server knows no HEAD. Never rejects. */
export async function askAddress(url: string): Promise<AddressStatus> {
  try {
    const status = await ask(url, 'HEAD');
    return status === 405 || status === 501 || status === 404 ? await ask(url, 'GET') : status;
  } catch {
    return 0;
  }
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
