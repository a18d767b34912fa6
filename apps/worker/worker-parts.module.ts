import { Module, type DynamicModule } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { ConnectorDirectory } from '#connectors/directory';
import { DigestSections } from '#features/correspondence/digest-sections';
import { MailLanes } from '#features/correspondence/mail-lanes';
import { MAIL_JOURNAL, MAIL_TRANSPORT, MailSender } from '#features/correspondence/mail-sender';
import { MailStore } from '#features/correspondence/mail-store';
import { StaffMail } from '#features/correspondence/staff-mail';
import { CollectedFiles } from '#features/response/collected-files';
import { Keyring } from '#persistence/keyring';
import { Organisation } from '#persistence/organisation';
import { FileStorage } from '#storage/file-storage';
import { connectorsOf } from './connectors.js';
import type { MailJournal } from '#letters/mail-journal';
import type { MailTransport } from '#letters/mail-transport';

export interface WorkerParts {
  readonly addresses: Addresses;
  /** Folder of the sealed files. */
  readonly storageDir: string;
  readonly transport: MailTransport;
  readonly journal: MailJournal;
}

const SERVICES = [
  ConnectorDirectory,
  MailStore,
  MailSender,
  MailLanes,
  StaffMail,
  DigestSections,
  CollectedFiles,
  FileStorage,
  Addresses,
];

/** What the effects of a request need to be done: systems, files, mail. */
@Module({})
export class WorkerPartsModule {
  static forRoot({ addresses, storageDir, transport, journal }: WorkerParts): DynamicModule {
    return {
      module: WorkerPartsModule,
      providers: [
        MailStore,
        MailSender,
        MailLanes,
        StaffMail,
        DigestSections,
        CollectedFiles,
        { provide: Addresses, useValue: addresses },
        { provide: FileStorage, useValue: new FileStorage(storageDir) },
        { provide: MAIL_TRANSPORT, useValue: transport },
        { provide: MAIL_JOURNAL, useValue: journal },
        { provide: ConnectorDirectory, useFactory: connectorsOf, inject: [Organisation, Keyring] },
      ],
      exports: SERVICES,
    };
  }
}
