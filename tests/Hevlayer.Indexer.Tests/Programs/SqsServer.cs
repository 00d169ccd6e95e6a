using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.SQS;

namespace Hevlayer.Indexer.Tests;

/// <summary>An SQS server of this machine, the one that run-local.sh starts; once for all tests.</summary>
public sealed partial class SqsServer : IAsyncLifetime
{
    private const string Region = "us-east-1";
    private const string Key = "local";
    private RunningProgram? _server;
    private int _queues;

    /// <summary>Where calls go to; the addresses of queues have another host.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public IAmazonSQS Client { get; private set; } = null!;

    /// <summary>What programs need to reach it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables =>
    [
        new("AWS_ENDPOINT_URL_SQS", Address.OriginalString),
        new("AWS_ACCESS_KEY_ID", Key),
        new("AWS_SECRET_ACCESS_KEY", Key),
        new("AWS_REGION", Region),
    ];

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Address = new($"http://127.0.0.1:{port}");
        _server = RunningProgram.Start("fauxqs", "node", [await FindAsync()], [new("FAUXQS_PORT", $"{port}"), new("FAUXQS_LOGGER", "false")]);
        Client = new AmazonSQSClient(
            new BasicAWSCredentials(Key, Key),
            new AmazonSQSConfig { ServiceURL = Address.OriginalString, AuthenticationRegion = Region });
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.HoldsAsync(() => AnswersAsync(http), () => $"The SQS server does not answer:\n{_server.Output}", CancellationToken.None);
    }

    /// <summary>Makes a queue that no other test has.</summary>
    public async Task<SqsQueueProbe> CreateQueueAsync(CancellationToken cancellationToken)
    {
        var reply = await Client.CreateQueueAsync($"queue-{Interlocked.Increment(ref _queues)}", cancellationToken);
        return new(Client, reply.QueueUrl);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The path of the program; npx downloads it the first time.</summary>
    private static async Task<string> FindAsync()
    {
        var version = Version().Match(Repository.Read("samples/Indexer/run-local.sh")).Groups[1].Value;
        await using var npx = RunningProgram.Start(
            "npx",
            "npx",
            ["--yes", $"--package=fauxqs@{version}", "-c", "command -v fauxqs"],
            Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(static variable => KeyValuePair.Create((string)variable.Key, (string)variable.Value!)));
        var code = await npx.EndAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        Assert.True(code == 0, $"The SQS server for tests could not be had: npx of Node.js 20 or later must be there.\n{npx.Output}");
        return npx.Output.Trim().Split('\n')[^1];
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"fauxqs_version=(\S+)")]
    private static partial Regex Version();
}
