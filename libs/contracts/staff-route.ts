import { applyDecorators, HttpCode, HttpStatus, RequestMapping, RequestMethod } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { STAFF_API, type StaffCall } from './staff-api.js';
import { problem } from './wire.js';

/** Calls that answer otherwise than 200. */
const STATUS: Partial<Record<StaffCall, HttpStatus>> = {
  signOut: HttpStatus.NO_CONTENT,
  register: HttpStatus.CREATED,
};

/** Serves one call of the staff API: method, address, status and description come from its row in the contract. */
export const StaffRoute = (call: StaffCall) => {
  const { method, path, answer } = STAFF_API[call];
  const status = STATUS[call] ?? HttpStatus.OK;
  return applyDecorators(
    RequestMapping({ path, method: RequestMethod[method] }),
    HttpCode(status),
    ApiOperation({ operationId: call }),
    ApiResponse({ status, description: 'Done', ...(answer === null ? {} : { standardSchema: answer }) }),
    ApiResponse({ status: 'default', description: 'Refused', standardSchema: problem }),
  );
};
