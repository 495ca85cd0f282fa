globalThis.ids = (globalThis.ids ?? 0) + 1;
export const id = globalThis.ids;
