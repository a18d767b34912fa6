import { BadRequestException, Body, Controller, Headers, NotFoundException, Param } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { versionIn } from '#contracts/if-match';
import {
  newRegister,
  registerSettings,
  type NewRegister,
  type RegisterCheck,
  type RegisterSettings,
  type RegistersPage,
} from '#contracts/settings-registers';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { Organisation } from '#persistence/organisation';
import { contentOf } from './register-settings.js';
import { RegisterRows } from './register-rows.js';
import { SettingParts } from './setting-parts.js';
import type { Register } from '#persistence/entities/register';

const partOf = (id: string): string => `register/${id}`;

/** The systems that hold personal data. A connection goes in and never comes out again. */
@Controller()
export class RegistersController {
  constructor(
    private readonly organisation: Organisation,
    private readonly parts: SettingParts,
    private readonly rows: RegisterRows,
  ) {}

  @StaffRoute('registers')
  @Allow(...STAFF_ROLES)
  async read(): Promise<RegistersPage> {
    const [{ recordOfProcessing }, registers] = await Promise.all([
      this.organisation.controller(),
      this.organisation.registers(),
    ]);
    const activities = recordOfProcessing.activities.map(({ id, name }) => ({ id, name }));
    return { registers: await Promise.all(registers.map((register) => this.#page(register))), activities };
  }

  @StaffRoute('addRegister')
  @Allow('administrator')
  async add(
    @SignedIn() { id: staffId }: StaffMember,
    @Body({ schema: newRegister }) { id, connection, ...content }: NewRegister,
  ): Promise<RegistersPage> {
    const controller = await this.organisation.controller();
    if (!(await this.rows.insert(id, controller.id, content))) {
      throw new BadRequestException({ code: 'invalid-input', errors: [{ path: 'id', message: 'is taken' }] });
    }
    return this.#change(id, 0, { ...content, connection }, staffId);
  }

  /** Throws 404 for a register that is none, 412 `version-outdated`. */
  @StaffRoute('changeRegister')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version of the register that was looked at' })
  @Allow('administrator')
  async change(
    @SignedIn() { id: staffId }: StaffMember,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: registerSettings }) settings: RegisterSettings,
  ): Promise<RegistersPage> {
    return this.#change(id, versionIn(ifMatch), settings, staffId);
  }

  /** What is wrong is an answer, not an error: whoever tests wants to read it. */
  @StaffRoute('checkRegister')
  @Allow('administrator')
  async check(@Param('id') id: string): Promise<RegisterCheck> {
    return this.rows.check(await this.#find(id));
  }

  async #change(
    id: string,
    seen: number,
    { connection, ...after }: RegisterSettings,
    staffId: string,
  ): Promise<RegistersPage> {
    const register = await this.#find(id);
    await this.parts.change({
      controllerId: register.controllerId,
      part: partOf(id),
      seen,
      before: contentOf(register),
      after,
      staffId,
      apply: (session) => this.rows.update(session, id, after, connection ?? null),
    });
    return this.read();
  }

  async #find(id: string): Promise<Register> {
    const register = (await this.organisation.registers()).find((one) => one.id === id);
    if (register === undefined) throw new NotFoundException({ code: 'not-found' });
    return register;
  }

  async #page(register: Register): Promise<RegistersPage['registers'][number]> {
    const { id, capabilities, connectionSealed, controllerId } = register;
    const page = await this.parts.page(controllerId, partOf(id), contentOf(register));
    const check = await this.rows.lastCheck(id);
    return { ...page, id, capabilities, hasConnection: Boolean(connectionSealed), check };
  }
}
