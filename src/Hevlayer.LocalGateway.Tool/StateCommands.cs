using System.CommandLine;
using System.Net.Http.Headers;

namespace Hevlayer.Local.Tool;

/// <summary>The commands that fetch the state of a running gateway into a file, and put one in place.</summary>
internal static class StateCommands
{
    private const string DefaultAddress = "http://127.0.0.1:8080/";

    public static Command Save() => Make("save", "Saves the state of a running gateway to a file.", SaveAsync);

    public static Command Load() => Make("load", "Puts a saved state in the place of that of a running gateway.", LoadAsync);

    private static Command Make(string name, string description, Func<HttpClient, string, CancellationToken, Task<HttpResponseMessage>> act)
    {
        var file = new Argument<string>("FILE") { Description = "path of the file" };
        var url = Values.Single("--url", "URL", "where the gateway listens", new Uri(DefaultAddress), static text =>
            Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw new FormatException($"--url must be an http address, not '{text}'."));
        var command = new Command(name, description) { file, url };
        command.SetAction((parsed, stopped) => RunAsync(parsed.GetValue(url)!, parsed.GetValue(file)!, act, stopped));
        return command;
    }

    private static async Task<int> RunAsync(Uri address, string file, Func<HttpClient, string, CancellationToken, Task<HttpResponseMessage>> act, CancellationToken stopped)
    {
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            using var response = await act(http, file, stopped);
            if (response.IsSuccessStatusCode)
            {
                return ExitCodes.Success;
            }

            await Console.Error.WriteLineAsync($"{GatewayCommand.Name}: the gateway at {address} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(stopped)}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{GatewayCommand.Name}: {error.Message}");
        }

        return ExitCodes.Failed;
    }

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient http, string file, CancellationToken stopped)
    {
        var response = await http.GetAsync("/_local/state/file", stopped);
        if (response.IsSuccessStatusCode)
        {
            await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(stopped), stopped);
        }

        return response;
    }

    private static async Task<HttpResponseMessage> LoadAsync(HttpClient http, string file, CancellationToken stopped)
    {
        using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file, stopped)) { Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.sqlite3") } };
        return await http.PutAsync("/_local/state/file", content, stopped);
    }
}
