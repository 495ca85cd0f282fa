console.log(['plain', "it's", 'say "hi"', `it's "both"`, `it's "all" \`three\``, 'line\nbreak\ttab', 'nul \0 bell \x07 del \x7f', 'back\\slash', 'é ü 漢 😀', '\ud800 lone']);
console.log({ 'a-b': 1, valid_name: 2, 3: 'three', 'with space': 4, "it's": 5, '': 6, é: 7 });
