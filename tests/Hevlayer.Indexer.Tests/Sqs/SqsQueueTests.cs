using Hevlayer.Workers;

namespace Hevlayer.Indexer.Tests;

/// <summary>What the Pipeline resource says of the queue.</summary>
public sealed class SqsQueueTests
{
    [Fact]
    public void SourceRef_WithTheAddressAlone_HasDefaults()
    {
        var queue = SqsQueue.Of(SourceReference.Parse("""{"queueUrl":"https://sqs/1/updates"}"""));

        Assert.Equal(
            ("https://sqs/1/updates", null, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5)),
            (queue.Url.OriginalString, queue.DeadLetterUrl, queue.VisibilityTimeout, queue.LongPoll));
    }

    [Fact]
    public void SourceRef_WithAllFields_IsReadWhole()
    {
        var queue = SqsQueue.Of(SourceReference.Parse(
            """{"queueUrl":"https://sqs/1/updates","deadLetterQueueUrl":"https://sqs/1/dead","visibilityTimeoutSeconds":43200,"longPollSeconds":0}"""));

        Assert.Equal(
            ("https://sqs/1/dead", TimeSpan.FromHours(12), TimeSpan.Zero),
            (queue.DeadLetterUrl?.OriginalString, queue.VisibilityTimeout, queue.LongPoll));
    }

    [Theory]
    [InlineData("""{}""", "queueUrl")]
    [InlineData("""{"queueUrl":"updates"}""", "queueUrl")]
    [InlineData("""{"queueUrl":"https://sqs/1/updates","deadLetterQueueUrl":"dead"}""", "deadLetterQueueUrl")]
    [InlineData("""{"queueUrl":"https://sqs/1/updates","visibilityTimeoutSeconds":0}""", "visibilityTimeoutSeconds")]
    [InlineData("""{"queueUrl":"https://sqs/1/updates","visibilityTimeoutSeconds":43201}""", "visibilityTimeoutSeconds")]
    [InlineData("""{"queueUrl":"https://sqs/1/updates","visibilityTimeoutSeconds":"60"}""", "visibilityTimeoutSeconds")]
    [InlineData("""{"queueUrl":"https://sqs/1/updates","longPollSeconds":21}""", "longPollSeconds")]
    [InlineData("""{"queueUrl":"https://sqs/1/updates","longPollSeconds":1.5}""", "longPollSeconds")]
    public void SourceRef_ThatCannotWork_IsRefusedByTheNameOfTheField(string json, string field)
    {
        var error = Assert.Throws<HevlayerOptionsException>(() => SqsQueue.Of(SourceReference.Parse(json)));

        Assert.Contains($"'{field}'", error.Message, StringComparison.Ordinal);
    }
}
