// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/CardWindow.h"

#include <QTimer>

#include <vector>

class QPropertyAnimation;
class QStackedLayout;
class QVBoxLayout;

namespace handbell::ui {

class ActionButton;
class FlowLayout;
class IconLabel;
class KeyCapLabel;
class LifeBar;
class TextLabel;

//! One alert on screen: importance, who rings from where, what it says, and a button for each reply. In
//! hidden form it shows role and room alone; the text appears while the pointer rests on the card or for a
//! while after peek(), not because the card has the keyboard. With the keyboard the number of a reply
//! answers. Holds no rules: it shows what it is given and says what was clicked. The alert stack owns it.
class AlertCard : public CardWindow
{
    Q_OBJECT

public:
    //! How long things take; tests shorten it.
    struct Timing
    {
        //! Crossing the card with the pointer does not show a hidden text; resting on it does.
        std::chrono::milliseconds rest{250};
        //! A text asked for by key hides again: the patient is still in the room.
        std::chrono::milliseconds peek{8000};
        //! No reply is taken this soon after the card appeared or moved: what was clicked or pressed was
        //! meant for something else.
        std::chrono::milliseconds grace{400};
        //! How long the ended form stays.
        std::chrono::milliseconds ended{3000};
        std::chrono::milliseconds fade{250};
    };
    //! Whether the reply keys go to this card; only then are they drawn on it.
    enum class Keys { Elsewhere, Here };

    //! An alert of nobody's, as large as they come: for a card that is made in advance or to see that one can
    //! be made.
    [[nodiscard]] static client::IncomingAlert sample();

    //! All references must outlive the card.
    AlertCard(const Theme &theme, const AlertWords &words, const Clock &clock, const Timing &timing,
              const client::IncomingAlert &item);
    ~AlertCard() override;

    [[nodiscard]] AlertId alertId() const { return m_item.alert.id; }
    [[nodiscard]] const client::IncomingAlert &item() const { return m_item; }
    //! Stands for another alert from now on: a card may be made before its alert is there. Only before it is
    //! shown.
    void become(const client::IncomingAlert &item);
    //! A later state of the same alert, or another form of it.
    void setItem(const client::IncomingAlert &item);
    //! Turns into the ended form; finished() follows when it has faded out.
    void showEnding(const client::AlertEnding &ending);
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    void setKeys(Keys keys);
    [[nodiscard]] Keys keys() const { return m_keys; }
    //! The card was placed or moved: replies are refused for Timing::grace.
    void settle();
    //! Time went by: words and bar.
    void refreshTime();
    //! Shows a hidden text, or hides it again.
    void peek();
    [[nodiscard]] bool showsText() const;
    //! Answers as a click on the button would; nothing where the card does not offer \a reply.
    void choose(protocol::Reply reply);
    //! The same by the key of the reply (AlertWords::replyKey).
    void chooseByKey(int number);
    void setKeyboard(Keyboard keyboard) override;
    //! A reply is on its way; the buttons wait.
    void setSending();
    //! The reply did not get through; the buttons are back.
    void setFailure(ErrorCode code);

Q_SIGNALS:
    void replyChosen(handbell::AlertId alert, handbell::protocol::Reply reply);
    //! The ended form is over: remove the card.
    void finished(handbell::AlertId alert);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addHeader(QVBoxLayout &column);
    void addBody(QVBoxLayout &column);
    void addFooter(QVBoxLayout &column);
    void dress();
    void rebuildReplies();
    void showWords();
    void showBody();
    [[nodiscard]] QString hint() const;
    void describe();
    void fadeOut();

    const AlertWords &m_words;
    const Clock &m_clock;
    Timing m_timing;
    client::IncomingAlert m_item;
    bool m_ended = false;
    bool m_resting = false;
    bool m_peeking = false;
    Keys m_keys = Keys::Elsewhere;
    SteadyTime m_settledAt;
    QTimer m_restTimer, m_peekTimer, m_endTimer;

    IconLabel *m_icon = nullptr;
    TextLabel *m_kind = nullptr;
    TextLabel *m_time = nullptr;
    QStackedLayout *m_body = nullptr;
    QWidget *m_openPage = nullptr;
    TextLabel *m_sender = nullptr;
    TextLabel *m_text = nullptr;
    QWidget *m_hiddenPage = nullptr;
    TextLabel *m_discreetSender = nullptr;
    KeyCapLabel *m_peekKey = nullptr;
    QWidget *m_replies = nullptr;
    std::vector<std::pair<protocol::Reply, ActionButton *>> m_buttons;
    TextLabel *m_status = nullptr;
    TextLabel *m_hint = nullptr;
    QWidget *m_lifeRow = nullptr;
    LifeBar *m_life = nullptr;
    QPropertyAnimation *m_fade = nullptr;
};

} // namespace handbell::ui
