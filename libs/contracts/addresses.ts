/** Where people reach the desk, from CONSOLE_URL and PORTAL_URL: the base of every link in a mail. */
export class Addresses {
  constructor(
    readonly consoleUrl: string,
    readonly portalUrl: string,
  ) {}

  console(path: string): string {
    return new URL(path, this.consoleUrl).href;
  }

  portal(path: string): string {
    return new URL(path, this.portalUrl).href;
  }

  /**
   * A cookie's name and flags for one of the two origins. Over https it is bound to the host; names differ between the
   * two, because cookies do not see ports.
   */
  cookie(origin: 'console' | 'portal', name: string): { readonly name: string; readonly secure: boolean } {
    const secure = (origin === 'console' ? this.consoleUrl : this.portalUrl).startsWith('https:');
    return { name: secure ? `__Host-${name}` : name, secure };
  }
}
