import { SupportRequests1763800000000 } from './1-support-requests.js';
import { Articles1764100000002 } from './2-articles.js';
import { Questions1764100000003 } from './3-questions.js';

export const supportMigrations = [SupportRequests1763800000000, Articles1764100000002, Questions1764100000003];
