/** A desk left alone is signed out after this long, in minutes. */
export const IDLE_MINUTES = 30;

/**
 * Whether a session holds, as SQL over `staff_session as session` joined to `staff_user`. Real time counts and not the
 * desk's, which the demo moves (security design, section 2.2).
 */
export const SESSION_HOLDS = `(staff_user.disabled_at is null and session.expires_at > clock_timestamp()
  and session.seen_at > clock_timestamp() - make_interval(mins => ${IDLE_MINUTES}))`;
