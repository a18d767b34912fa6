import type { ReactElement } from 'react';
import type { PortalPageName } from '#contracts/portal-pages';
import { AccessibilityPage } from './accessibility.js';
import { AnswerPage } from './answer.js';
import { CheckPage } from './check.js';
import { ConfirmPage } from './confirm.js';
import { ConfirmedPage } from './confirmed.js';
import { DisownedPage } from './disowned.js';
import { FollowPage } from './follow.js';
import { LinkEndedPage } from './link-ended.js';
import { NotMePage } from './not-me.js';
import type { PageProps } from './page.js';
import { PersonPage } from './person.js';
import { PrivacyPage } from './privacy.js';
import { ProblemPage } from './problem.js';
import { ReceivedPage } from './received.js';
import { RightsPage } from './rights.js';
import { StartPage } from './start.js';
import { StatusPage } from './status.js';
import { UnlockPage } from './unlock.js';
import { VerifiedPage } from './verified.js';
import { VerifyPage } from './verify.js';
import { WithdrawPage } from './withdraw.js';
import { WithdrawnPage } from './withdrawn.js';

type Pages = { readonly [Name in PortalPageName]: (props: PageProps<Name>) => ReactElement };

/** Every page of the portal under the name that a controller renders it by. */
export const PAGES: Pages = {
  start: StartPage,
  rights: RightsPage,
  person: PersonPage,
  check: CheckPage,
  received: ReceivedPage,
  confirm: ConfirmPage,
  confirmed: ConfirmedPage,
  verify: VerifyPage,
  verified: VerifiedPage,
  'not-me': NotMePage,
  disowned: DisownedPage,
  follow: FollowPage,
  status: StatusPage,
  withdraw: WithdrawPage,
  withdrawn: WithdrawnPage,
  unlock: UnlockPage,
  answer: AnswerPage,
  'link-ended': LinkEndedPage,
  problem: ProblemPage,
  accessibility: AccessibilityPage,
  privacy: PrivacyPage,
};
