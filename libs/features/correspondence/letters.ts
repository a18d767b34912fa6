import { PORTAL_PATHS } from '#contracts/portal-pages';
import { startsWithConfirmation } from '#domain/request/advance';
import { needsProof } from '#domain/request/tasks';
import { EffectFailure } from '#queue/effect-failure';
import { renderLetter, type RenderedLetter } from '#letters/render-letter';
import type { Addresses } from '#contracts/addresses';
import type { ControllerProfile } from '#domain/controller-profile';
import type { Deadlines } from '#domain/clock/deadlines';
import type { EffectData } from '#domain/request/effects';
import type { EventType } from '#domain/request/events';
import type { LetterParameters } from '#letters/letter-parameters';
import type { OwnTexts } from '#letters/own-passage';
import type { SqlSession } from '#persistence/database';
import { CODE_MINUTES, LINK_DAYS, type IdentityChecks } from '#persistence/identity-checks';
import type { SubjectRequest } from '#domain/request/state';

/** What a letter to a person is made from. */
export interface LetterContext {
  readonly session: SqlSession;
  readonly requestId: string;
  readonly request: SubjectRequest;
  readonly asked: EffectData['send-letter'];
  readonly deadlines: Deadlines;
  readonly today: Temporal.PlainDate;
  readonly controller: ControllerProfile;
  readonly addresses: Addresses;
  readonly checks: IdentityChecks;
  /** The organisation's own words, by letter. */
  readonly own: OwnTexts;
  /** What is sealed beside the latest event of a type: the question asked, the reasons given. */
  readonly words: <T extends object>(type: EventType) => Promise<T>;
  /** What is sealed beside the very entry that asked for this letter. */
  readonly asking: <T extends object>() => Promise<T>;
}

type Compose = (context: LetterContext) => Promise<RenderedLetter>;

const base = ({ controller, request }: LetterContext) => ({ controller, reference: request.reference });

const pageLink = ({ addresses, request }: LetterContext, path: string, link = ''): string =>
  addresses.portal(`/${request.language}${path.replace(':link', link)}`);

const dateOrFail = (date: Temporal.PlainDate | null): string => {
  if (date === null) throw new EffectFailure('clock-without-date');
  return date.toString();
};

const latestDate = ({ deadlines }: LetterContext): string => dateOrFail(deadlines.due ?? deadlines.frozenDue);

const write = <L extends keyof LetterParameters>(
  letter: L,
  { request, own }: LetterContext,
  parameters: LetterParameters[L],
) => renderLetter(letter, request.language, parameters, own[letter]);

/** Every letter that is mailed to a person, one row each. */
export const LETTERS: Readonly<Record<string, Compose>> = {
  acknowledgement: async (context) => {
    const { request, checks, session, requestId } = context;
    const confirms = startsWithConfirmation(request) && !request.contactConfirmed && needsProof(request);
    const issued = confirms ? await checks.issue(session, requestId, 'contact') : null;
    return write('acknowledgement', context, {
      ...base(context),
      rights: request.rights.map(({ right }) => right),
      receivedOn: request.receivedOn,
      answerBy: latestDate(context),
      confirmLink: issued === null ? null : pageLink(context, PORTAL_PATHS.confirm, issued.link),
    });
  },

  challenge: async (context) => {
    const { link, code } = await context.checks.issue(context.session, context.requestId, 'challenge');
    if (code === null) throw new EffectFailure('challenge-without-code');
    return write('challenge', context, {
      ...base(context),
      link: pageLink(context, PORTAL_PATHS.verify, link),
      disownLink: pageLink(context, PORTAL_PATHS.notMe, link),
      code,
      validMinutes: CODE_MINUTES,
    });
  },

  code: async (context) => {
    const code = await context.checks.renewCode(context.session, context.requestId);
    if (code === null) throw new EffectFailure('no-open-challenge', false);
    return write('code', context, { ...base(context), code, validMinutes: CODE_MINUTES });
  },

  'identity-request': async (context) => {
    const { words, wanted } = await context.words<{ words: string; wanted: string }>('identityRequested');
    return write('identity-request', context, {
      ...base(context),
      askedOn: context.today.toString(),
      doubt: words,
      wanted,
      link: pageLink(context, PORTAL_PATHS.follow),
    });
  },

  'clarification-request': async (context) => {
    const { words } = await context.words<{ words: string }>('clarificationRequested');
    return write('clarification-request', context, {
      ...base(context),
      askedOn: context.today.toString(),
      question: words,
      link: pageLink(context, PORTAL_PATHS.follow),
    });
  },

  message: async (context) => {
    const { words } = await context.asking<{ words: string }>();
    return write('message', context, { ...base(context), words, link: pageLink(context, PORTAL_PATHS.follow) });
  },

  'question-reminder': async (context) => {
    const { pausedFor, askedOn } = context.request;
    const asked = pausedFor === 'identity' ? 'identityRequested' : 'clarificationRequested';
    const { words, wanted } = await context.words<{ words: string; wanted?: string }>(asked);
    return write('question-reminder', context, {
      ...base(context),
      askedOn,
      question: wanted ?? words,
      link: pageLink(context, PORTAL_PATHS.follow),
    });
  },

  'challenge-reminder': async (context) => {
    const { link } = await context.checks.reissueChallenge(context.session, context.requestId);
    return write('challenge-reminder', context, {
      ...base(context),
      askedOn: context.request.askedOn,
      link: pageLink(context, PORTAL_PATHS.verify, link),
      disownLink: pageLink(context, PORTAL_PATHS.notMe, link),
    });
  },

  'extension-notice': async (context) => {
    const { words, grounds } = await context.words<{
      words: string;
      grounds: LetterParameters['extension-notice']['grounds'];
    }>('deadlineExtended');
    return write('extension-notice', context, {
      ...base(context),
      receivedOn: context.request.receivedOn,
      answerBy: latestDate(context),
      grounds,
      explanation: words,
      link: pageLink(context, PORTAL_PATHS.follow),
    });
  },

  'answer-ready': async (context) => {
    const { link } = await context.checks.issue(
      context.session,
      context.requestId,
      'answer',
      context.asked.right ?? null,
    );
    return write('answer-ready', context, {
      ...base(context),
      link: pageLink(context, PORTAL_PATHS.answer, link),
      availableUntil: context.today.add({ days: LINK_DAYS.answer }).toString(),
    });
  },

  'marketing-ban-confirmation': async (context) =>
    write('marketing-ban-confirmation', context, { ...base(context), inForceOn: context.today.toString() }),
};
