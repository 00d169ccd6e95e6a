using System.Collections.Concurrent;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Runs a check for all operations side by side and reports all that fail.</summary>
internal static class EveryOperation
{
    private const int Abreast = 24;

    public static Task PassesAsync(Func<GatewayOperation, Task> check, int abreast = Abreast) =>
        PassesAsync(GatewayOperations.All, check, abreast);

    public static async Task PassesAsync(IEnumerable<GatewayOperation> operations, Func<GatewayOperation, Task> check, int abreast = Abreast)
    {
        var problems = new ConcurrentBag<string>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = abreast, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(operations, limits, async (operation, _) =>
        {
            try
            {
                await check(operation);
            }
            catch (Exception exception)
            {
                problems.Add($"{operation.Id}: {exception.Message}");
            }
        });

        Assert.True(problems.IsEmpty, $"{problems.Count} operations fail:\n{string.Join('\n', problems.Order(StringComparer.Ordinal))}");
    }
}
