// expect built-in 2 --max-stall 1
'x'.repeat(5000).replace(/(x+x+)+y/g, () => 'z');
