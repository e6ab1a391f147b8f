import { Requests1763800000000 } from './1-requests.js';

export const intakeMigrations = [Requests1763800000000];
