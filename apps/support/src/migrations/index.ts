import { SupportRequests1763800000000 } from './1-support-requests.js';

export const supportMigrations = [SupportRequests1763800000000];
