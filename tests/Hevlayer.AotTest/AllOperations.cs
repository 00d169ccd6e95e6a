using Hevlayer.Tests.Shared;

namespace Hevlayer.AotTest;

/// <summary>Calls each operation once, as an app that makes its client by hand does.</summary>
internal static class AllOperations
{
    /// <summary>One line for each operation that did not go as it should.</summary>
    public static async Task<IReadOnlyList<string>> CallAsync(MinimalGateway gateway)
    {
        var failures = new List<string>();
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress, ApiKey = "key" });
        foreach (var operation in GatewayOperations.All)
        {
            gateway.Expected = operation;
            try
            {
                await OperationCalls.All[operation.Id](layer.Api, CancellationToken.None);
            }
            catch (Exception exception)
            {
                failures.Add($"{operation.Id}: {exception}");
            }
        }

        return failures;
    }
}
