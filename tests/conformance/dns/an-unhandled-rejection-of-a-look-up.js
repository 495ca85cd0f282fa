'use strict';

require('dns').promises.lookup('no-such-name.invalid');
