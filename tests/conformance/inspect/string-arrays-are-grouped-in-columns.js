console.log(['apple', 'fig', 'banana', 'kiwi', 'cherry', 'plum', 'pear', 'grape', 'melon', 'lime']);
console.log(Array.from({ length: 30 }, (_, i) => 'n' + i));
console.log(['short', 'x'.repeat(40), 'tiny', 'a', 'b', 'c', 'd', 'e']);
console.log(Array.from({ length: 8 }, () => 'x'.repeat(20)));
