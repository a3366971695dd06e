// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace thetascope {

enum class PicturePart { whole, visible, selection };

/// How a picture is exported.
struct PictureChoice {
    PicturePart part = PicturePart::visible;
    int scale = 2;      ///< of a PNG: 1 to 4 pixels per unit; the picture is 1600 x 900 units
    bool axes = true;   ///< with axes, colour bar and caption
    bool dark = false;  ///< on a dark background
};

/// Asks for a PictureChoice; what was chosen last is kept by QSettings. GUI thread.
class PictureDialog : public QDialog {
    Q_OBJECT

public:
    /// hasSelection: whether there is one to export.
    PictureDialog(bool hasSelection, QWidget* parent);
    PictureChoice choice() const;
    void remember() const;

private:
    QComboBox* m_part = nullptr;
    QSpinBox* m_scale = nullptr;
    QCheckBox *m_axes = nullptr, *m_dark = nullptr;
};

} // namespace thetascope
