import './package/imported-fails.js';
