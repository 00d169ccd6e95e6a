using System.Text.Json;
using Hevlayer.Local;
using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Rows;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Wire.Tests.Local;

/// <summary>A local gateway that has everything the calls of the rows name, as far as names can be chosen.</summary>
internal sealed class LocalWorld : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly LocalGateway _gateway;
    private readonly LocalRecorder _recorder;
    private readonly HevlayerClient _client;

    private LocalWorld()
    {
        var options = new LocalGatewayOptions { TimeProvider = _clock };
        foreach (var name in (string[])["name", Tricky.Id])
        {
            options.Agents.Add(name, new(static question => new() { Vector = new float[] { 1, 0 }, Namespaces = ["namespace"], TopK = 3 }));
            options.Warehouses.Add(new()
            {
                Name = name,
                Namespace = "data",
                Kind = "rest",
                Rest = new() { BaseUrl = "https://warehouse.test", Verify = new() { Path = "/" } },
                VerifyInterval = "5m",
                Status = new() { Phase = WarehousePhase.Verified, Consumers = new() { Pipelines = 0, ApiKeys = 0 }, Conditions = [] },
            });
        }

        _gateway = LocalGateway.Create(options);
        _recorder = new LocalRecorder(_gateway.CreateHandler());
        _client = new(new() { BaseAddress = _gateway.BaseAddress, TimeProvider = _clock, Retry = new() { MaxAttempts = 1 } }, _recorder);
    }

    public IHevlayerApi Api => _client.Api;

    public static async Task<LocalWorld> FilledAsync(CancellationToken cancellationToken)
    {
        var world = new LocalWorld();
        foreach (var name in (string[])["namespace", "source", "products", Tricky.Namespace])
        {
            await world.FillAsync(name, cancellationToken);
        }

        foreach (var (pipeline, document) in ((string, string)[])[("pipeline_id", "doc_id"), (Tricky.Id, Tricky.Id)])
        {
            await world.StageAsync(pipeline, document, cancellationToken);
        }

        foreach (var (function, name) in ((string, string)[])[("udf_id", "namespace"), (Tricky.Id, Tricky.Namespace)])
        {
            await world.Api.CreateUdfAsync(new() { Id = function, Spec = new() { Worker = new(), TargetNamespaces = [name], Inputs = ["text"] } }, cancellationToken: cancellationToken);
            await world.Api.DiscoverUdfAsync(function, new(), cancellationToken: cancellationToken);
        }

        return world;
    }

    /// <summary>The reply to a call, whatever it is.</summary>
    public async Task<LocalReply> CallAsync(OperationCall call, CancellationToken cancellationToken)
    {
        try
        {
            await call(Api, cancellationToken);
        }
        catch (HevlayerException error) when (error.StatusCode is not null)
        {
            // The recorder has what the gateway said.
        }

        return _recorder.Last!;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private async Task FillAsync(string name, CancellationToken cancellationToken)
    {
        await Api.WriteNamespaceAsync(
            name,
            new()
            {
                AdditionalMembers = new Dictionary<string, JsonElement>
                {
                    ["upsert_rows"] = JsonSerializer.SerializeToElement((object[])
                    [
                        new { id = "doc_id", vector = (float[])[1, 0], text = "red kettle", field = "a" },
                        new { id = "ids", vector = (float[])[0, 1], text = "blue cup", field = "b" },
                        new { id = Tricky.Id, vector = (float[])[1, 1], text = "green pot", field = "a" },
                    ]),
                },
            },
            cancellationToken: cancellationToken);
        await Api.PutSnapshotPolicyAsync(name, new() { FacetFields = ["field"] }, cancellationToken: cancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var label in (string[])["label", Tricky.Id])
        {
            await Api.CreateCheckpointAsync(name, new() { Label = label }, cancellationToken: cancellationToken);
        }
    }

    private async Task StageAsync(string pipeline, string document, CancellationToken cancellationToken)
    {
        await Api.CreatePipelineAsync(new() { Id = pipeline, TargetNamespace = "target" }, cancellationToken: cancellationToken);
        foreach (var id in (string[])[document, "document_ids", "failed"])
        {
            await Api.PutPipelineDocumentChunksAsync(pipeline, id, new() { Chunks = [new() { Id = "chunk", Text = "text" }] }, cancellationToken: cancellationToken);
        }

        await Api.SetDocumentsStageAsync(pipeline, new() { DocumentIds = ["failed"], Stage = DocumentStage.Failed }, cancellationToken: cancellationToken);
    }
}
