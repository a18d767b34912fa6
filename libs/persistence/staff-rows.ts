/** Who can handle requests, as SQL over `staff_user`: of anybody else a request waits for nobody, whoever it is assigned to. */
export const HANDLES_REQUESTS = `(staff_user.disabled_at is null and staff_user.role in ('officer', 'approver'))`;
