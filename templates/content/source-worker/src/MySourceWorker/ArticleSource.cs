using System.Collections.Concurrent;
using Hevlayer.Workers;

namespace MySourceWorker;

/// <summary>Stands where your queue belongs: SQS, Service Bus, Kafka. It lives in memory.</summary>
public sealed class ArticleSource : IDocumentSource<Article>
{
    private readonly ConcurrentQueue<Article> _articles = new();

    public void Send(Article article) => _articles.Enqueue(article);

    public Task<IReadOnlyList<SourceMessage<Article>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        var messages = new List<SourceMessage<Article>>();
        while (messages.Count < context.Limit && _articles.TryDequeue(out var article))
        {
            messages.Add(new() { Id = article.Id, Body = article });
        }

        return Task.FromResult<IReadOnlyList<SourceMessage<Article>>>(messages);
    }

    public Task AcknowledgeAsync(SourceMessage<Article> message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RejectAsync(SourceMessage<Article> message, Rejection rejection, CancellationToken cancellationToken)
    {
        if (!rejection.IsDeadLetter)
        {
            Send(message.Body);
        }

        return Task.CompletedTask;
    }

    public Task ExtendAsync(SourceMessage<Article> message, TimeSpan by, CancellationToken cancellationToken) => Task.CompletedTask;
}
