using Hevlayer.Local;

namespace Hevlayer.Samples.Testing;

public sealed class LengthIndexerTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_IsFoundByItsLength()
    {
        var pipeline = await fixture.NewPipelineAsync(Token);
        await StageAsync(pipeline, "kettle", "A red kettle.");

        await RunAsync(pipeline);

        var rows = await fixture.Layer.Namespace(pipeline).QueryAsync(new() { Vector = new float[] { 13, 1 }, TopK = 1, IncludeAttributes = true }, cancellationToken: Token);
        Assert.Equal("A red kettle.", Assert.Single(rows.Rows).Attributes.GetString("text"));
    }

    [Fact]
    public async Task Document_WithoutText_Fails()
    {
        var pipeline = await fixture.NewPipelineAsync(Token);
        await StageAsync(pipeline, "empty", " ");

        var status = await RunAsync(pipeline);

        Assert.Equal(1, status.FailedCount);
    }

    [Fact]
    public async Task Gateway_ThatAnswers503ToTheFirstReads_LosesNoDocument()
    {
        var pipeline = await fixture.NewPipelineAsync(Token);
        await StageAsync(pipeline, "kettle", "A red kettle.");
        var fault = fixture.Gateway.Faults.Add(new() { Pipeline = pipeline, Operation = "getPipelineDocumentChunks", Count = 2 });

        var status = await RunAsync(pipeline);

        Assert.Equal(1, status.Counts["indexed"]);
        Assert.Equal(2, fault.Struck);
    }

    private Task<StageDocumentResponse> StageAsync(string pipeline, string document, string text) =>
        fixture.Layer.PutChunksAsync(pipeline, document, [new() { Id = document, Text = text }], Token);

    private async Task<PipelineStatus> RunAsync(string pipeline)
    {
        await using var worker = await WorkerUnderTest.StartAsync(fixture, pipeline, Token);
        return await fixture.Layer.WaitForDrainAsync(pipeline, cancellationToken: Token);
    }
}
