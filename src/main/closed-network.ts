// W62, what a session's own rules do not reach: Chromium's services of its own
// (component updates, reports, name look-ups, proxies). Switches, set before the app
// is ready; the session's door is shut in protocol.ts. What this does not stop is
// what we would open ourselves: test/e2e/network.test.ts watches the whole process
// tree for that.
import { app, type Session } from 'electron';

/** Each ends a kind of connection that Chromium opens by itself. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['no-proxy-server'],
  // Whatever asks all the same gets no address: no name leaves the machine, and none is resolved on it.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** Must run before the app is ready. */
export function closeNetwork(): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
}

/** No dictionaries are fetched, no proxy is asked about. */
export function closeServices(target: Session): void {
  // Switching it off is not enough: Chromium fetches the dictionary of the system's language before (electron/electron#22995).
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
  void target.setProxy({ mode: 'direct' });
}
