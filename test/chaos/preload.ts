/**
 * Loaded into a worker before its own code (`node --import`), so that the product carries nothing of this: orders to die, a
 * wrong clock, a freeze at the worst moment, and the mutations that prove that the storm would notice.
 */
import { appendFileSync, readFileSync, watch, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Socket } from 'node:net';
import { MailStore } from '#features/correspondence/mail-store';
import { orderFiles } from '#test/chaos/crash-orders';
import { wrapMethod } from '#test/chaos/wrap-method';
import { mutateSql } from '#test/chaos/mutate-sql';

const { CHAOS_ORDERS = '', CHAOS_CLOCK_HOURS, CHAOS_AT_MARKER, CHAOS_MUTATION, SMTP_URL } = process.env;
const HOUR_MS = 3_600_000;
const FILES = orderFiles(CHAOS_ORDERS);
const ALL_IS_LOADED_MS = 3_000;

/** The product asks where to die whenever it comes by such a place, so a worker at work may be told. */
const followOrders = (): void => {
  const read = (): void => {
    process.env['ARTIKLA_CRASH_AT'] = readFileSync(FILES.dieAt, 'utf8');
  };
  watch(FILES.dieAt, { persistent: false }, read);
  read();
};

/** Everything in this process that tells the time by the wall is wrong by so much. */
const shiftClock = (byMs: number): void => {
  const RealDate = Date;
  const now = (): number => RealDate.now() + byMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  const { Now } = Temporal;
  const instant = Now.instant.bind(Now);
  const zone = Now.timeZoneId.bind(Now);
  Now.instant = () => instant().add({ milliseconds: byMs });
  Now.zonedDateTimeISO = (timeZone = zone()) => Now.instant().toZonedDateTimeISO(timeZone);
  Now.plainDateISO = (timeZone) => Now.zonedDateTimeISO(timeZone).toPlainDate();
};

/** Is struck once, after the marker is committed and before the first byte of that mail is written. */
const strikeAtMarker = (signal: string, smtpPort: number): void => {
  let armed = true;
  let marked = false;
  wrapMethod(
    MailStore.prototype,
    'mark',
    (mark) =>
      async function (this: MailStore, mail, effect, state) {
        const held = await mark.call(this, mail, effect, state);
        marked ||= held && state === 'dot';
        return held;
      },
  );
  wrapMethod(
    Socket.prototype,
    'write',
    (write) =>
      function (this: Socket, ...args: [never]) {
        if (armed && marked && this.remotePort === smtpPort) {
          armed = false;
          writeSync(1, 'at the marker\n');
          process.kill(process.pid, signal);
        }
        return write.apply(this, args);
      },
  );
};

/** A mail goes from `sending` to the wire without a durable word that it has. */
const forgetMarker = (): void => {
  wrapMethod(
    MailStore.prototype,
    'mark',
    (mark) =>
      function (this: MailStore, mail, effect, state) {
        return state === 'dot' ? Promise.resolve(true) : mark.call(this, mail, effect, state);
      },
  );
};

/** Tells the storm what was changed, so that a mutation that has lost its hold is found out. */
const tellChanged = (what: string): void => appendFileSync(FILES.mutated, `${what}\n`);

followOrders();
// Compiled code is kept by whoever exits in peace, which nobody does here.
setTimeout(flushCompileCache, ALL_IS_LOADED_MS).unref();
if (CHAOS_CLOCK_HOURS !== undefined) shiftClock(Number(CHAOS_CLOCK_HOURS) * HOUR_MS);
if (CHAOS_AT_MARKER !== undefined) strikeAtMarker(CHAOS_AT_MARKER, Number(new URL(SMTP_URL ?? '').port));
if (CHAOS_MUTATION === 'marker') forgetMarker();
else if (CHAOS_MUTATION === 'lease' || CHAOS_MUTATION === 'version') mutateSql(CHAOS_MUTATION, tellChanged);
