using Hevlayer.Local;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Fuzz.Tests.Gateway;

/// <summary>A local gateway that has something of everything, under the names that the calls of the tests use.</summary>
internal static class FuzzedGatewayState
{
    public static async Task<LocalGateway> MakeAsync(string? dataDirectory = null)
    {
        var gateway = LocalGateway.Create(new LocalGatewayOptions { MaxBodyBytes = 1 << 20, DataDirectory = dataDirectory });
        var options = new HevlayerClientOptions { BaseAddress = gateway.BaseAddress };
        options.Retry.MaxAttempts = 1;
        using var client = new HevlayerClient(options, gateway.CreateHandler());
        await client.Namespace("namespace").WriteAsync(new()
        {
            UpsertRows = [.. Enumerable.Range(0, 20).Select(Row)],
            DistanceMetric = DistanceMetric.CosineDistance,
        });
        foreach (var operation in (string[])["createPipeline", "createUdf", "putPipelineDocumentChunks", "claimDocuments"])
        {
            try
            {
                await OperationCalls.All[operation](client.Api, CancellationToken.None);
            }
            catch (HevlayerException)
            {
                // The least of a call may be too little for a state of its own.
            }
        }

        return gateway;
    }

    private static WriteRow Row(int number) => new()
    {
        Id = $"row-{number}",
        Vector = new[] { number, 0.5f },
        Attributes = new() { ["text"] = $"the quick brown fox {number}", ["number"] = number, ["flag"] = true },
    };
}
