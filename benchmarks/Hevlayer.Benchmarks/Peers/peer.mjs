// The calls as a Node program makes them with nothing but what Node brings along.
// Reads lines "WORK CALLS" and answers each with "WALL-SECONDS PROCESSOR-SECONDS".
import { createInterface } from "node:readline";

const [address] = process.argv.slice(2);
const headers = { authorization: "Bearer benchmark", "content-type": "application/json" };

// A model gives 32-bit numbers; as numbers of the language they have 64.
const vectors = Array.from({ length: 16 }, (_, index) => ({
  id: `chunk-${String(index).padStart(5, "0")}`,
  vector: Array.from({ length: 384 }, () => Math.fround((Math.random() - 0.5) / 10)),
}));

async function send(method, path, body) {
  const response = await fetch(new URL(path, address), { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

const work = {
  vectors: () => send("PUT", "/v2/pipelines/1/documents/products%2Fdocument-00001/vectors", { vectors }),
  claim: () => send("POST", "/v2/pipelines/1/claim", { limit: 16, worker_id: "embed-0", lease_seconds: 300 }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, calls] = line.split(" ");
  const processor = process.cpuUsage();
  const begin = performance.now();
  for (let call = 0; call < Number(calls); call++) await work[name]();
  const wall = (performance.now() - begin) / 1e3;
  const { user, system } = process.cpuUsage(processor);
  process.stdout.write(`${wall} ${(user + system) / 1e6}\n`);
}
