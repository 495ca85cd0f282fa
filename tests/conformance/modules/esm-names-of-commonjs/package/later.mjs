import { later } from './imported.mjs';
later();
