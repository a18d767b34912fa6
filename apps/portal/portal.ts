import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { Organisation } from '#persistence/organisation';
import { beforeOpening } from './before-opening.js';
import { PortalModule, type PortalModuleOptions } from './portal.module.js';
import { setUpPortal } from './set-up.js';
import type { PortalFrame } from '#contracts/portal-pages';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** What stands on every page, read anew each time: an administrator may change it. */
const shownOf = async (organisation: Organisation): Promise<PortalFrame['controller']> => {
  const { profile, name } = await organisation.controller();
  const { street, postalCode, city } = profile.address;
  const { email, phone } = profile.dataProtectionOfficer;
  return { name, email, phone, address: `${street}, ${postalCode} ${city}` };
};

/** Starts the public portal on a port. */
export const startPortal = async (options: PortalModuleOptions, port: number): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(PortalModule.forRoot(options), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  const organisation = app.get(Organisation);
  app.use(beforeOpening(organisation));
  setUpPortal(app, {
    portalUrl: options.addresses.portalUrl,
    controller: () => shownOf(organisation),
    timeZone: (await organisation.controller()).timeZone,
  });
  await app.listen(port);
  return app;
};
