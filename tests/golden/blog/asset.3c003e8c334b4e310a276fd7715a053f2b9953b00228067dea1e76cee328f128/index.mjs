// Stands before the code of a handler. What is kept as parameters of Systems Manager is fetched
// before that code runs, and again every minute.
await (async () => {
  const wanted = JSON.parse(process.env.AMPLIFY_SSM_ENV_CONFIG ?? '{}');
  const variables = Object.keys(wanted);
  if (variables.length === 0) return;
  const { SSM } = await import('@aws-sdk/client-ssm');
  const client = new SSM();

  const fetchAll = async (paths) => {
    const most = 10;
    const found = new Map();
    const requests = [];
    for (let i = 0; i < paths.length; i += most) {
      requests.push(client.getParameters({ Names: paths.slice(i, i + most), WithDecryption: true }));
    }
    for (const { Parameters = [] } of await Promise.all(requests)) {
      for (const { Name, Value } of Parameters) found.set(Name, Value);
    }
    return found;
  };

  const refresh = async (isFirst) => {
    const paths = (names, kind) => [...new Set(names.map((name) => wanted[name][kind]).filter(Boolean))];
    const found = await fetchAll(paths(variables, 'path'));
    const missing = variables.filter((name) => !found.has(wanted[name].path));
    const shared = await fetchAll(paths(missing, 'sharedPath'));
    for (const name of variables) {
      const value = found.get(wanted[name].path) ?? shared.get(wanted[name].sharedPath);
      if (value !== undefined) {
        process.env[name] = value;
      } else if (isFirst) {
        console.error(`${name} has no value: there is no parameter ${wanted[name].path}`);
        delete process.env[name]; // which holds a sentence about this
      }
    }
  };

  await refresh(true);
  const minute = 60_000;
  const again = () => refresh(false).catch((error) => console.error('Parameters were not refreshed:', error));
  setInterval(again, minute).unref();
})();

import{createRequire as e}from"node:module";import{fileURLToPath as o}from"node:url";var a=e(import.meta.url),t=o(import.meta.url);var c=async r=>r;export{c as handler};
//# sourceMappingURL=index.mjs.map
