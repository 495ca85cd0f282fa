// @pm2 start ecosystem.config.js
// @pm2 3s start main.js --name quick --max-restarts 3 --max-memory-restart 300M -- one two
// @pm2 8s start main.js --name patient --exp-backoff-restart-delay 60000 --node-args "--stack-size=900"

process.exit(1);
