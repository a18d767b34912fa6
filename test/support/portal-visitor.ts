/** A person at the portal without a browser: keeps its cookies and posts forms as a page without script does. */
export class PortalVisitor {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly portalUrl: string) {}

  get(path: string): Promise<Response> {
    return this.#send(path, { method: 'GET' });
  }

  post(path: string, form: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    return this.#send(path, { method: 'POST', body });
  }

  /** Files a request in Finnish and returns what the receipt page shows. */
  async file(rights: readonly string[], person: Readonly<Record<string, string>>, words = '') {
    await this.post('/fi/request/rights', { rights, words });
    await this.post('/fi/request/person', { name: '', email: '', phone: '', customerNumber: '', ...person });
    await this.post('/fi/request/check');
    const page = await (await this.get('/fi/request/received')).text();
    const [reference] = page.match(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/) ?? [];
    const [secretCode] = page.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/) ?? [];
    if (reference === undefined || secretCode === undefined) throw new Error('the receipt shows no reference or code');
    return { reference, secretCode };
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, this.portalUrl), {
      ...init,
      redirect: 'manual',
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: new URL(this.portalUrl).origin,
        'sec-fetch-site': 'same-origin',
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      this.#cookies.set(name, value);
    }
    return response;
  }
}
