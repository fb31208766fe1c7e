/** fetch that goes through the proxy which the environment names, as the runner's own libraries do. */

/** @param env looked through for a proxy's name; which one holds for an address, and no_proxy, the library decides. */
export async function proxyAwareFetch(env: NodeJS.ProcessEnv): Promise<typeof fetch> {
  const isProxied = Object.entries(env).some(([name, value]) => /^https?_proxy$/i.test(name) && value);
  if (!isProxied) return fetch;
  const [{ HttpClient }, undici] = await Promise.all([import('@actions/http-client'), import('undici')]);
  const http = new HttpClient();
  const proxied = (url: string, init: object): unknown => {
    const dispatcher = http.getAgentDispatcher(url);
    return dispatcher === undefined ? fetch(url, init) : undici.fetch(url, { ...init, dispatcher });
  };
  return proxied as typeof fetch;
}
