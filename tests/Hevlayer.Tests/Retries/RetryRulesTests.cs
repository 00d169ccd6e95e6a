namespace Hevlayer.Tests.Retries;

public sealed class RetryRulesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(45);

    // Kind, then: claim, get chunks, put chunks early, put chunks late. The kind is internal, hence its name.
    [Theory]
    [InlineData(nameof(FailureKind.Final), false, false, false, false)]
    [InlineData(nameof(FailureKind.NotSent), true, true, true, true)]
    [InlineData(nameof(FailureKind.Refused), true, true, true, true)]
    [InlineData(nameof(FailureKind.Draining), true, true, true, true)]
    [InlineData(nameof(FailureKind.ServerFailed), false, true, true, false)]
    [InlineData(nameof(FailureKind.Interrupted), false, true, true, false)]
    public void MayRetry_EachKind_IsAsTheTableSays(string name, bool claim, bool read, bool early, bool late)
    {
        var kind = Enum.Parse<FailureKind>(name);

        Assert.Equal(
            (claim, read, early, late),
            (
                RetryRule.MayRetry(GatewayOperations.ClaimDocuments, kind, TimeSpan.Zero, Window),
                RetryRule.MayRetry(GatewayOperations.GetPipelineDocumentChunks, kind, TimeSpan.FromDays(1), Window),
                RetryRule.MayRetry(GatewayOperations.PutPipelineDocumentChunks, kind, Window - TimeSpan.FromTicks(1), Window),
                RetryRule.MayRetry(GatewayOperations.PutPipelineDocumentChunks, kind, Window, Window)));
    }

    [Fact]
    public void Operations_OnlyPuttingChunks_AreRetriedOnlyEarly() =>
        Assert.Equal(["putPipelineDocumentChunks"], GatewayOperations.All.Where(operation => operation.IsRetriedOnlyEarly).Select(operation => operation.Id));

    [Theory]
    [InlineData(429, null, nameof(FailureKind.Refused))]
    [InlineData(503, "service_unavailable", nameof(FailureKind.Refused))]
    [InlineData(503, "gateway_draining", nameof(FailureKind.Draining))]
    [InlineData(502, "gateway_draining", nameof(FailureKind.ServerFailed))]
    [InlineData(500, null, nameof(FailureKind.ServerFailed))]
    [InlineData(504, null, nameof(FailureKind.ServerFailed))]
    [InlineData(501, null, nameof(FailureKind.Final))]
    [InlineData(404, null, nameof(FailureKind.Final))]
    [InlineData(302, null, nameof(FailureKind.Final))]
    public void KindOf_Status_IsAsTheTableSays(int status, string? code, string kind) =>
        Assert.Equal(kind, RetryRule.KindOf((System.Net.HttpStatusCode)status, code).ToString());
}
