await import('./missing.mjs').catch((error) => console.log(error.code, error.message.replace(/'[^']*[\\/]([^'\\/]*)'/g, "'$1'")));
await import('./no-extension').catch((error) => console.log(error.code));
await import('node:nope').catch((error) => console.log(error.code, error.message));
await import('./throws.mjs').catch((error) => console.log(error.message));
await import('./throws.mjs').catch((error) => console.log(error.message));
