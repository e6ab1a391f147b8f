import { startService } from '../start-service.js';
import { gate } from './gate.js';
import { notesDefinition } from './notes-definition.js';

gate.shut();
process.on('SIGUSR2', () => gate.open());
if (process.env.BREAK === 'later') process.on('SIGPIPE', () => void Promise.reject(new Error('nobody caught this')));
await startService(notesDefinition);
