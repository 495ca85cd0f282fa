function load() { throw new Error('inner'); }
try {
  load();
} catch (cause) {
  throw new Error('outer', { cause });
}
