using Hevlayer;
using Hevlayer.AotTest;

await using var gateway = MinimalGateway.Start(MinimalReplies.Read());
var failures = await AllOperations.CallAsync(gateway);
failures = [.. failures, .. await RegisteredClient.CallAsync(gateway), .. await RegisteredFunction.RunAsync()];
foreach (var failure in failures)
{
    Console.Error.WriteLine(failure);
}

Console.WriteLine($"{gateway.Answered.Count} operations");
return failures.Count == 0 && gateway.Answered.Count == GatewayOperations.All.Count ? 0 : 1;
