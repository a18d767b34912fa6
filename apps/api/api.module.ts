import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { Addresses } from '#contracts/addresses';
import { logging } from '#contracts/logging';
import { DemoController } from '#features/accounts/demo.controller';
import { SameOriginGuard } from '#features/accounts/same-origin.guard';
import { SessionController } from '#features/accounts/session.controller';
import { SessionView } from '#features/accounts/session-view';
import { Sessions } from '#features/accounts/sessions';
import { SignIn } from '#features/accounts/sign-in.service';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { StaffGuard } from '#features/accounts/staff.guard';
import { FirstAdministratorController } from '#features/accounts/first-administrator.controller';
import { StaffChanges } from '#features/accounts/staff-changes';
import { UserRows } from '#features/accounts/user-rows';
import { UsersController } from '#features/accounts/users.controller';
import { ClockSettingsController } from '#features/settings/clock-settings.controller';
import { LettersController } from '#features/settings/letters.controller';
import { MissingSettings } from '#features/settings/missing-settings';
import { OrganisationController } from '#features/settings/organisation.controller';
import { OverviewController } from '#features/settings/overview.controller';
import { RecordController } from '#features/settings/record.controller';
import { RegisterRows } from '#features/settings/register-rows';
import { RegistersController } from '#features/settings/registers.controller';
import { SetUpController } from '#features/settings/set-up.controller';
import { SetUpRows } from '#features/settings/set-up-rows';
import { SettingParts } from '#features/settings/setting-parts';
import { TestRequest } from '#features/settings/test-request';
import { CalendarController } from '#features/calendar-feed/calendar.controller';
import { CalendarFeedController } from '#features/calendar-feed/calendar-feed.controller';
import { CalendarFeeds } from '#features/calendar-feed/calendar-feeds';
import { FeedDates } from '#features/calendar-feed/feed-dates';
import { DeputyController } from '#features/deputies/deputy.controller';
import { DeputyStore } from '#features/deputies/deputy-store';
import { NoticeController } from '#features/notices/notice.controller';
import { NoticeStore } from '#features/notices/notice-store';
import { Changes } from '#features/live/changes';
import { EventsController } from '#features/live/events.controller';
import { PresenceController } from '#features/live/presence.controller';
import { Presences } from '#features/live/presences';
import { CommandController } from '#features/worklist/command.controller';
import { BulkController } from '#features/worklist/bulk.controller';
import { Bulk } from '#features/worklist/bulk.service';
import { CommandGiver } from '#features/worklist/command-giver';
import { ExportController } from '#features/worklist/export.controller';
import { QueueExport } from '#features/worklist/queue-export';
import { CorrespondenceController } from '#features/worklist/correspondence.controller';
import { CorrespondenceReader } from '#features/worklist/correspondence-reader';
import { DocumentController } from '#features/worklist/document.controller';
import { PreviewController } from '#features/worklist/preview.controller';
import { PreferencesController } from '#features/worklist/preferences.controller';
import { QueueController } from '#features/worklist/queue.controller';
import { QueueReader } from '#features/worklist/queue-reader';
import { QueueLoadReader } from '#features/worklist/queue-load';
import { SavedViewController } from '#features/worklist/saved-view.controller';
import { SavedViewStore } from '#features/worklist/saved-views';
import { RegisterController } from '#features/worklist/register.controller';
import { Registering } from '#features/worklist/registering.service';
import { RequestDocuments } from '#features/worklist/request-documents';
import { SimilarController } from '#features/worklist/similar.controller';
import { SimilarRequests } from '#features/worklist/similar-requests';
import { RequestFiles } from '#features/worklist/request-file';
import { RequestPageController } from '#features/worklist/request-page.controller';
import { RequestPages } from '#features/worklist/request-pages';
import { ReportReader } from '#features/reports/report-reader';
import { ReportsController } from '#features/reports/reports.controller';
import { OperationsController } from '#features/operations/operations.controller';
import { Readiness } from '#features/operations/readiness';
import { DeskMail } from '#letters/desk-mail';
import { PersistenceModule, type PersistenceOptions } from '#persistence/persistence.module';
import { FileStorage } from '#storage/file-storage';
import { HealthController } from './health.controller.js';
import type { MailTransport } from '#letters/mail-transport';

export interface ApiOptions extends PersistenceOptions {
  readonly addresses: Addresses;
  /** Folder of the sealed files. */
  readonly storageDir: string;
  /** Where invitations and test mails go; none where no mail server is set. */
  readonly transport?: MailTransport | null;
  readonly logLevel: string;
}

/** HTTP for staff: the controllers of the slices behind guards that are closed by default. It starts no jobs. */
@Module({})
export class ApiModule {
  static forRoot({ addresses, storageDir, transport = null, logLevel, ...persistence }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(logging(logLevel)),
        PersistenceModule.forRoot(persistence),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [
        SessionController,
        QueueController,
        SavedViewController,
        PreferencesController,
        BulkController,
        ExportController,
        RequestPageController,
        DocumentController,
        CorrespondenceController,
        SimilarController,
        RegisterController,
        CommandController,
        ClockSettingsController,
        OverviewController,
        OrganisationController,
        RecordController,
        RegistersController,
        LettersController,
        UsersController,
        SetUpController,
        FirstAdministratorController,
        ReportsController,
        OperationsController,
        PreviewController,
        DemoController,
        CalendarFeedController,
        CalendarController,
        EventsController,
        PresenceController,
        NoticeController,
        DeputyController,
        HealthController,
      ],
      providers: [
        { provide: Addresses, useValue: addresses },
        { provide: FileStorage, useFactory: () => new FileStorage(storageDir) },
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: StaffGuard },
        Readiness,
        Sessions,
        SignIn,
        StaffAccounts,
        SessionView,
        StaffChanges,
        UserRows,
        SettingParts,
        RegisterRows,
        MissingSettings,
        SetUpRows,
        TestRequest,
        { provide: DeskMail, useValue: new DeskMail(transport) },
        QueueReader,
        QueueLoadReader,
        SavedViewStore,
        CommandGiver,
        Bulk,
        QueueExport,
        RequestFiles,
        RequestPages,
        RequestDocuments,
        CorrespondenceReader,
        SimilarRequests,
        Registering,
        CalendarFeeds,
        FeedDates,
        Changes,
        Presences,
        NoticeStore,
        DeputyStore,
        ReportReader,
      ],
    };
  }
}
