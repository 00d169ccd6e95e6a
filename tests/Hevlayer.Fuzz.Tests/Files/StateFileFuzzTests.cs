using Hevlayer.Fuzz.Tests.Gateway;
using Hevlayer.Fuzz.Tests.Inputs;
using Hevlayer.Local;

namespace Hevlayer.Fuzz.Tests.Files;

/// <summary>A saved state that was cut or damaged is loaded or refused with an <see cref="IOException"/>, and the gateway goes on.</summary>
public sealed class StateFileFuzzTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hevlayer-fuzz-").FullName;

    [Fact]
    public async Task State_CutOrDamagedAnywhere_IsLoadedOrRefused()
    {
        var saved = Path.Combine(_folder, "saved");
        using (var full = await FuzzedGatewayState.MakeAsync(Path.Combine(_folder, "data")))
        {
            await full.SaveAsync(saved);
        }

        var bytes = await File.ReadAllBytesAsync(saved);
        using var gateway = LocalGateway.Create(new LocalGatewayOptions { DataDirectory = Path.Combine(_folder, "other") });
        await FuzzRun.RunAsync(0.05, async random =>
        {
            var file = Path.Combine(_folder, "damaged");
            await File.WriteAllBytesAsync(file, random.Chance(0.3) ? bytes[..random.Next(bytes.Length)] : Damaged(random, bytes));
            try
            {
                await gateway.LoadAsync(file);
            }
            catch (IOException)
            {
                // Refused with a reason.
            }
            catch (Exception exception)
            {
                return exception.ToString()[..Math.Min(1_500, exception.ToString().Length)];
            }

            using var client = new HttpMessageInvoker(gateway.CreateHandler());
            using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://hevlayer.local/v2/pipelines"), default);
            return (int)answer.StatusCode == 200 ? null : $"it answers {answer.StatusCode}";
        });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // In place: a file of SQLite whose bytes moved is refused by its first page.
    private static byte[] Damaged(FuzzRandom random, byte[] bytes)
    {
        var damaged = (byte[])bytes.Clone();
        for (var change = random.Next(1, 30); change > 0; change--)
        {
            damaged[random.Next(100, damaged.Length)] ^= (byte)random.Next(1, 256);
        }

        return damaged;
    }
}
