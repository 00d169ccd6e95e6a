using Amazon.SQS;

namespace Hevlayer.Indexer;

/// <summary>Makes clients of SQS. Region and credentials come from where the AWS SDK looks for them.</summary>
internal static class SqsClients
{
    /// <summary>
    /// A client for one queue. Queues of AWS are reached by region; any other host, such as that of a local server, is
    /// taken from the queue's own address.
    /// </summary>
    public static IAmazonSQS For(Uri queue) => queue.Host.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
        ? new AmazonSQSClient()
        : new AmazonSQSClient(new AmazonSQSConfig { ServiceURL = queue.GetLeftPart(UriPartial.Authority), AuthenticationRegion = "us-east-1" });
}
