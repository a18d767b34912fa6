import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { Organisation } from '#persistence/organisation';
import { PortalModule, type PortalModuleOptions } from './portal.module.js';
import { setUpPortal } from './set-up.js';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Starts the public portal on a port. */
export const startPortal = async (options: PortalModuleOptions, port: number): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(PortalModule.forRoot(options), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  const { profile, name, timeZone } = await app.get(Organisation).controller();
  const { street, postalCode, city } = profile.address;
  const { email, phone } = profile.dataProtectionOfficer;
  setUpPortal(app, {
    portalUrl: options.addresses.portalUrl,
    controller: { name, email, phone, address: `${street}, ${postalCode} ${city}` },
    timeZone,
  });
  await app.listen(port);
  return app;
};
