const { writeFile } = require('fs');
writeFile('/dev/null', 'text', () => console.log('written'));
setTimeout(() => console.log('timeout'), 2);
