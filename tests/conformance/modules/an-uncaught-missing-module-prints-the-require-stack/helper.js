require('not-installed');
