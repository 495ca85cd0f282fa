await import('./data.json').catch((error) => console.log(error.code));
