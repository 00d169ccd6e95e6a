using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Hevlayer.Workers;

namespace Hevlayer.Indexer.Tests;

/// <summary>Answers of SQS that the server of these tests does not give.</summary>
public sealed class SqsRefusalTests
{
    private static readonly SqsQueue Queue = new(new("https://sqs.us-east-1.amazonaws.com/123456789/product-updates"), DeadLetterUrl: null);

    [Theory]
    [InlineData("InvalidParameterValue", "Value AQEB for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.")]
    [InlineData("InvalidParameterValue", "Value AQEB for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.")]
    [InlineData("ReceiptHandleIsInvalid", "The input receipt handle is invalid.")]
    [InlineData("MessageNotInflight", "The message is not in flight.")]
    public async Task Settling_WithAReceiptThatIsNoLongerValid_SaysThatTheMessageIsLost(string code, string message)
    {
        using var sqs = Refusing(code, message);
        var source = new SqsSource(sqs, Queue);

        await Assert.ThrowsAsync<MessageLostException>(() => source.AcknowledgeAsync(Held(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<MessageLostException>(() => source.ExtendAsync(Held(), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("InvalidParameterValue", "Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [43200 seconds].")]
    [InlineData("QueueDoesNotExist", "The specified queue does not exist.")]
    [InlineData("AccessDenied", "Access to the resource is denied.")]
    public async Task Settling_RefusedForAnotherReason_FailsWithThatReason(string code, string message)
    {
        using var sqs = Refusing(code, message);
        var source = new SqsSource(sqs, Queue);

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => source.ExtendAsync(Held(), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        Assert.Equal(message, error.Message);
    }

    private static SourceMessage<ProductUpdate> Held() => new()
    {
        Id = "1",
        Body = new("kettle", "A red kettle."),
        Handle = new Message { ReceiptHandle = "AQEB", Body = "{}" },
    };

    private static AmazonSQSClient Refusing(string code, string message) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSQSConfig
        {
            ServiceURL = "http://127.0.0.1:1",
            AuthenticationRegion = "us-east-1",
            HttpClientFactory = new Factory(new Refusal(code, message)),
            CacheHttpClient = false,
        });

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }

    private sealed class Refusal(string code, string message) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"__type":"com.amazonaws.sqs#{{code}}","message":"{{message}}"}"""));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
            var reply = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = content, RequestMessage = request };
            reply.Headers.Add("x-amzn-query-error", $"{code};Sender");
            return Task.FromResult(reply);
        }
    }
}
