import { Controller, Get, Redirect, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LANGUAGES } from '#domain/language';
import { PORTAL_PATHS, type PortalPages } from '#contracts/portal-pages';
import { Organisation } from '#persistence/organisation';
import { preferredLanguage } from './portal-frame.js';

const inEveryLanguage = (path: string): string[] => LANGUAGES.map((language) => `${language}${path}`);

/** The pages that belong to no request. */
@Controller()
export class PortalController {
  constructor(private readonly organisation: Organisation) {}

  @Get()
  @Redirect()
  chooseLanguage(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.vary('Accept-Language');
    return { url: `/${preferredLanguage(request)}`, statusCode: 302 };
  }

  @Get(inEveryLanguage(PORTAL_PATHS.start))
  @Render('start')
  async start(): Promise<PortalPages['start']> {
    const { profile } = await this.organisation.controller();
    return { intro: profile.portalIntro ?? null };
  }

  @Get(inEveryLanguage(PORTAL_PATHS.accessibility))
  @Render('accessibility')
  accessibility(): PortalPages['accessibility'] {
    return {};
  }

  @Get(inEveryLanguage(PORTAL_PATHS.privacy))
  @Render('privacy')
  async privacy(): Promise<PortalPages['privacy']> {
    const { recordOfProcessing, profile } = await this.organisation.controller();
    return { record: recordOfProcessing, contact: profile.dataProtectionOfficer.email };
  }
}
