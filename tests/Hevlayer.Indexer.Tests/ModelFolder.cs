namespace Hevlayer.Indexer.Tests;

/// <summary>A folder with a model, deleted afterwards.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("model");

    public ModelFolder(byte[]? model = null, string modelName = "model.onnx", string[]? vocabulary = null)
    {
        Path = System.IO.Path.Combine(_parent.FullName, "tiny-model");
        Write(modelName, model ?? TinyModel.Lookup());
        Write("vocab.txt", string.Join('\n', vocabulary ?? TinyModel.Vocabulary) + "\n");
    }

    public string Path { get; }

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    public void Delete(string name) => File.Delete(System.IO.Path.Combine(Path, name));

    public void Dispose() => _parent.Delete(recursive: true);
}
