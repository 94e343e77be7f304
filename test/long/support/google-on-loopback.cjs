// Preloaded into clasp: what it sends to Google goes to a server on this machine, the host's name in a header.
const http = require('node:http');
const https = require('node:https');

const port = Number(process.env.GOOGLE_ON_LOOPBACK);

https.request = (target, options) => {
  const { hostname, pathname, search } = new URL(target);
  const headers = { ...options.headers, 'x-google-host': hostname };
  const here = { protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port, agent: undefined };
  return http.request({ ...options, ...here, path: pathname + search, headers });
};
